/** A value of type `System.Type`: `Account.class`, `Type.forName('Foo')`. Interned by canonical name. */
export class ClassRef {
  /** Canonical type name (`Map<String,List<Foo>>`). */
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  static readonly #refs = new Map<string, ClassRef>();

  static of(name: string): ClassRef {
    let ref = ClassRef.#refs.get(name);
    if (ref === undefined) {
      ref = new ClassRef(name);
      ClassRef.#refs.set(name, ref);
    }
    return ref;
  }
}
