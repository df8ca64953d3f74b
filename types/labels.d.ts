/** Written by `npm run build` from the custom labels. */
declare module "@salesforce/label/c.Call_Calling" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Completed" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Error_No_Log" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Error_Not_Own" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Error_Note_Long" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Error_Record_Hidden" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Error_Record_Kind" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_In_Call" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Inbound" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Lost" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Missed" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_On_Line" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Outbound" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Refused" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Ringing" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Call_Unanswered" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Anonymous" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Choose" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_None" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Open" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Others" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Possible" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Search" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Searching" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Unavailable" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Caller_Undecided" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Dial_Accepted" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Dial_Dismiss" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Dial_In_Call" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Dial_No_Answer" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Dial_Not_Ready" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Dial_Pending" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Dial_Refused" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Decision" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Error" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Loading" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_No_Task" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_None" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Open_Task" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Owner" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Reasons" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Record" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Task" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Title" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Explain_Undecided" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Check_Again" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Failed" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_In_Progress" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Logged" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Not_Linked" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Skipped" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Unlinked" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Unreadable" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Log_Waiting" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Note_Failed" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Note_Label" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Note_Placeholder" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Note_Save" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Note_Saved" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Awaiting_Login" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Blocked" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Elsewhere" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Logged_Out" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Misconfigured" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_No_Host" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Ready" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Starting" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Phone_Use_Here" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Call_Awaited" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Erased" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_In_Progress" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Integration_Off" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Limit_Exceeded" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Log_Only" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Log_Refused" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Messages_Off" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Number_Missing" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Number_Not_Connected" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Number_Unknown" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Outside_Hours" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Owner_By_Email" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Owner_Connected" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Owner_Default" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Owner_Fallback" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Owner_Kept" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Owner_Mapped" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Anonymous" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Chosen" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Created" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Group" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Matched" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Matched_Field" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Not_Found" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Own_Number" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Refused" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Several" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Party_Undecided" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Pipeline_Failed" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Related" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Related_Created" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Related_None" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Related_Refused" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Related_Several" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Related_Undecided" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Row_Locked" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Task_Refused" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Within_Hours" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Reason_Workflow_Do_Nothing" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Blocked" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Busy" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Busy_Until" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Credential" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Gone" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Hidden" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Not_Found" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Permission" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Error_Unavailable" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Loading" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_None" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Open_Aircall" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Open_Tab" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Play" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Retry" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Title" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Recording_Unreadable" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Choice" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Country" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Create_Case" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Days" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Lead_Related" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Object_Order" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Person_Account" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Phone_Field" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_User" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Settings_Error_Web_Address" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Softphone_Item_In_Call" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Softphone_Item_Ringing" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Softphone_Title" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Action_Items" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Answered" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Archived" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Assigned" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Comments" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Custom_Summaries" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Declined" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Empty" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Ended" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Evaluations" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Hold" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Inbound" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Menus" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Message" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Missed" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Outbound" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Participants" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Results" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Ringing" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Sentiment" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Summary" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Tagged" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Tags" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Teams" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Title" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Topics" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Transcript" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Transfer_Failed" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Transferred" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Unhold" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Virtual_Agent" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Timeline_Voicemail" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Voicemail_Play" {
  const text: string;
  export default text;
}
declare module "@salesforce/label/c.Voicemail_Title" {
  const text: string;
  export default text;
}
