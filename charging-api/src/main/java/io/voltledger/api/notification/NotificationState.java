package io.voltledger.api.notification;

/** Where a notification stands. */
public enum NotificationState {
    REQUESTED,
    SENT,
    FAILED
}
