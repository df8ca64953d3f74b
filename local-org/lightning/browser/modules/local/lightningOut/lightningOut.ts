export function createComponent(): void {}
