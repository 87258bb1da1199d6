package io.voltledger.simulators.life;

/**
 * A charge as its station remembers it.
 *
 * @param transaction the central system's id
 * @param wattHours what the meter says that was drawn
 */
record LivedCharge(String station, int transaction, long wattHours) {

    String session() {
        return station + ":" + transaction;
    }
}
