package io.voltledger.ocpp;

import io.voltledger.runtime.ModuleApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway as a process of its own, or as a part of the all-in-one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OcppGatewayApplication {

    public static void main(String... args) {
        ModuleApplication.run(OcppGatewayApplication.class, "gateway", args);
    }
}
