import { api, LightningElement } from "lwc";
import type { OrgState } from "../org/org.ts";

/** The bar on top: name, global search, help, the person. */
export default class GlobalHeader extends LightningElement {
  @api state: OrgState | null = null;

  get userName(): string {
    return this.state?.session.user.name ?? "";
  }

  get username(): string {
    return this.state?.session.user.username ?? "";
  }

  get profile(): string {
    return this.state?.session.user.profile ?? "";
  }

  get initials(): string {
    return initialsOf(this.userName);
  }

  /** Everybody else who can log in. */
  get others(): readonly { key: string; label: string; value: string }[] {
    const own = this.username;
    const users = this.state?.session.users ?? [];
    return users
      .filter(({ username }) => username !== own)
      .map(({ id, name, username }) => ({ key: id, label: `Log in as ${name}`, value: username }));
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }

  handleUserMenu(event: CustomEvent<{ value: string }>): void {
    location.assign(`/local/login?user=${encodeURIComponent(event.detail.value)}`);
  }
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}
