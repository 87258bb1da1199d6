package io.voltledger.ocpp.v201.operation;

import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the platform may ask of a 2.0.1 station, and the fields of each request (OCPP 2.0.1 edition 2, part 2). */
public final class Operations {

    /** Each by its name on the wire. */
    public static final Map<String, Fields> ALL = Stream.of(
                    Provisioning.ALL,
                    Tokens.ALL,
                    Control.ALL,
                    SmartCharging.ALL,
                    Firmware.ALL,
                    Certificates.ALL,
                    Diagnostics.ALL,
                    Displays.ALL)
            .flatMap(block -> block.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Operations() {}
}
