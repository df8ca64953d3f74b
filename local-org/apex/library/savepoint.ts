/** Database.setSavepoint, rollback and releaseSavepoint. Setting and rolling back count as DML statements. */
import { currentTransaction, type Transaction } from "../../transaction/context.ts";
import { markWork, releaseWork, undoWork, type WorkMark } from "../../transaction/work-mark.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { PlatformObject } from "../runtime/values.ts";

class Savepoint extends PlatformObject {
  readonly transaction: Transaction;
  readonly mark: WorkMark;

  constructor(transaction: Transaction, mark: WorkMark) {
    super();
    this.transaction = transaction;
    this.mark = mark;
  }

  get apexType(): string {
    return "System.Savepoint";
  }
}

function setSavepoint(): Savepoint {
  const transaction = currentTransaction();
  transaction.limits.count("dmlStatements");
  const savepoint = new Savepoint(transaction, markWork(transaction));
  transaction.openSavepoints++;
  return savepoint;
}

function rollback(given: Savepoint | null): null {
  const savepoint = usable(requireArgument(given));
  savepoint.transaction.limits.count("dmlStatements");
  undoWork(savepoint.transaction, savepoint.mark);
  return null;
}

function release(given: Savepoint | null): null {
  const savepoint = usable(requireArgument(given));
  releaseWork(savepoint.transaction, savepoint.mark);
  savepoint.transaction.openSavepoints = Math.max(0, savepoint.transaction.openSavepoints - 1);
  return null;
}

/** Rolling back invalidates the savepoints set later; those of a trigger end with it. */
function usable(savepoint: Savepoint): Savepoint {
  const transaction = currentTransaction();
  if (savepoint.transaction !== transaction || !transaction.org.store.isHeld(savepoint.mark.store)) {
    throwApex("System.TypeException", "Savepoint does not exist in current context");
  }
  return savepoint;
}

definePlatformClass("System.Database", {
  statics: {
    "setSavepoint()": setSavepoint,
    "rollback(System.Savepoint)": rollback,
    "releaseSavepoint(System.Savepoint)": release,
  },
});
