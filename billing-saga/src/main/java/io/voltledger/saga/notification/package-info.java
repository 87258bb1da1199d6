/**
 * Telling drivers: integration events from Kafka become notifications, once each, and a worker mails them in the
 * driver's language.
 */
@NullMarked
package io.voltledger.saga.notification;

import org.jspecify.annotations.NullMarked;
