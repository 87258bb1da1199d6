package io.voltledger.saga;

import io.voltledger.runtime.ModuleApplication;
import io.voltledger.runtime.ModuleMigration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The processes over time, as a program of its own or as a part of the all-in-one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BillingSagaApplication {

    public static void main(String[] args) {
        ModuleApplication.run(BillingSagaApplication.class, "saga", args);
    }

    @Bean
    ModuleMigration sagaMigration() {
        return new ModuleMigration("saga", "classpath:db/migration/saga");
    }
}
