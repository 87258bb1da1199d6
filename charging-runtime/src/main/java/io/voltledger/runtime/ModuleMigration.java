package io.voltledger.runtime;

/**
 * The tables of one module. Declared as a bean; migrated at start, before any event processor, with a history table of
 * its own, {@code flyway_<name>_history}, so that modules may share a database or not.
 *
 * @param name of the module: {@code saga}
 * @param location Flyway's: {@code classpath:db/migration/saga}
 */
public record ModuleMigration(String name, String location) {}
