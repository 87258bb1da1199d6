package io.voltledger.query;

import io.voltledger.runtime.ModuleApplication;
import io.voltledger.runtime.ModuleMigration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The reading side as a process of its own; the all-in-one imports it. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class ChargingQueryApplication {

    public static void main(String[] args) {
        ModuleApplication.run(ChargingQueryApplication.class, "query", args);
    }

    @Bean
    ModuleMigration queryMigration() {
        return new ModuleMigration("query", "classpath:db/migration/query");
    }
}
