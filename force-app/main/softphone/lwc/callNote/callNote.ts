import { LightningElement, api } from "lwc";
import label from "@salesforce/label/c.Note_Label";
import failed from "@salesforce/label/c.Note_Failed";
import placeholder from "@salesforce/label/c.Note_Placeholder";
import save from "@salesforce/label/c.Note_Save";
import saved from "@salesforce/label/c.Note_Saved";
import { wordError } from "c/callWords";
import saveNote from "@salesforce/apex/CallController.note";

/** The agent's note on a call. What could not be saved stays in the field; `saved` tells that the log has changed. */
export default class CallNote extends LightningElement {
  @api callId = "";

  readonly labels = { note: label, placeholder, save };
  text = "";
  isSaving = false;
  message = "";
  hasFailed = false;

  get hasText(): boolean {
    return this.text.trim() !== "";
  }

  get messageClass(): string {
    return this.hasFailed ? "slds-text-color_error" : "slds-text-color_weak";
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
    this.message = "";
  }

  async handleSave(): Promise<void> {
    this.isSaving = true;
    try {
      await saveNote({ callId: this.callId, text: this.text.trim() });
      this.show(saved, false);
      this.text = "";
      this.dispatchEvent(new CustomEvent("saved"));
    } catch (error) {
      this.show(wordError(error) ?? failed, true);
    } finally {
      this.isSaving = false;
    }
  }

  show(message: string, hasFailed: boolean): void {
    this.message = message;
    this.hasFailed = hasFailed;
  }
}
