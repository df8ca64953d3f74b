/** Base of the project's exception classes: the constructors that every exception has without writing them. */
import { ApexException } from "./exceptions.ts";

export class ExceptionBase extends ApexException {
  /** Runs the instance initialisers of the class and its super classes. */
  $init(): this {
    return this;
  }

  ctor$(): this {
    return this;
  }

  ctor$String(message: string | null): this {
    this.apexMessage = message;
    return this;
  }

  ctor$System_Exception(cause: ApexException | null): this {
    this.apexCause = cause;
    return this;
  }

  ctor$String$System_Exception(message: string | null, cause: ApexException | null): this {
    this.apexMessage = message;
    this.apexCause = cause;
    return this;
  }
}
