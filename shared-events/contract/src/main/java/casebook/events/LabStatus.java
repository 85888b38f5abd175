package casebook.events;

/** Whether a laboratory that was asked has answered. */
public enum LabStatus {
    LAB_PENDING,
    LAB_REPORTED
}
