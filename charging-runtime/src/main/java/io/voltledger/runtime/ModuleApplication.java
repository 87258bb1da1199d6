package io.voltledger.runtime;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts one runtime module as a process of its own. */
public final class ModuleApplication {

    private ModuleApplication() {}

    /**
     * Runs a module until the process is told to stop.
     *
     * @param application the module's {@code @SpringBootApplication}
     * @param name of the module: {@code command}, {@code saga}, {@code query}, {@code gateway}
     */
    public static ConfigurableApplicationContext run(Class<?> application, String name, String... args) {
        // Axon's update checker would call its vendor; a charging platform calls nobody unasked.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setDefaultProperties(Map.of("spring.application.name", "voltledger-" + name));
        return spring.run(args);
    }
}
