package io.voltledger;

import io.voltledger.command.ChargingCommandApplication;
import io.voltledger.ocpp.OcppGatewayApplication;
import io.voltledger.query.ChargingQueryApplication;
import io.voltledger.saga.BillingSagaApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Every module in one application context: the same code as five processes, joined by configuration alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    ChargingCommandApplication.class,
    BillingSagaApplication.class,
    ChargingQueryApplication.class,
    OcppGatewayApplication.class
})
class AllInOne {}
