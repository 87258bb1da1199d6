package io.voltledger.simulators.past;

/**
 * What one past session has of its own.
 *
 * @param number in the series of bills, from 1
 * @param station number of its station
 * @param driver number of its driver, and of the driver's token
 * @param transaction the transaction's id at the station
 * @param shift seconds from the pattern's times to its own
 */
record PastSession(long number, long station, long driver, long transaction, long shift) {

    /** What distinguishes a session, also a column of the table that stands for all of them while read models are filled. */
    enum Mark {
        NUMBER,
        STATION,
        DRIVER,
        TRANSACTION,
        SHIFT;

        String column() {
            return "p." + columnName();
        }

        String columnName() {
            return "past_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    long get(Mark mark) {
        return switch (mark) {
            case NUMBER -> number;
            case STATION -> station;
            case DRIVER -> driver;
            case TRANSACTION -> transaction;
            case SHIFT -> shift;
        };
    }
}
