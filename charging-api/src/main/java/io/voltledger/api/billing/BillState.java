package io.voltledger.api.billing;

/** Where a bill stands. */
public enum BillState {
    /** Something is owed and is being collected. */
    OPEN,
    /** A person must look before anything is charged. */
    PARKED,
    PAID,
    /** All scheduled attempts to collect failed. */
    OVERDUE
}
