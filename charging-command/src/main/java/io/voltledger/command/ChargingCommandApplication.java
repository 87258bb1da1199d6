package io.voltledger.command;

import io.voltledger.runtime.ModuleApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The write side as a process of its own, and as a part of the all-in-one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChargingCommandApplication {

    public static void main(String[] args) {
        ModuleApplication.run(ChargingCommandApplication.class, "command", args);
    }
}
