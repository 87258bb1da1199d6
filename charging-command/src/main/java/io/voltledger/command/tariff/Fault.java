package io.voltledger.command.tariff;

/**
 * What keeps a tariff from being published.
 *
 * @param element where, as a path into the content: {@code elements[1].priceComponents[0].price}
 * @param problem in words for people
 */
record Fault(String element, String problem) {

    @Override
    public String toString() {
        return element + ": " + problem;
    }
}
