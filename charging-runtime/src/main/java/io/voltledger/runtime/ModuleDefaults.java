package io.voltledger.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds each module's default settings below everything that a user sets, so that {@code application.yml}, the
 * environment and the command line stay the user's own. Earlier files win over later ones.
 */
class ModuleDefaults implements EnvironmentPostProcessor, Ordered {

    private static final List<String> FILES = List.of(
            "voltledger-all-in-one.yml",
            "voltledger-query.yml",
            "voltledger-command.yml",
            "voltledger-saga.yml",
            "voltledger-ocpp.yml",
            "voltledger-runtime.yml");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        FILES.stream()
                .map(ClassPathResource::new)
                .filter(ClassPathResource::exists)
                .forEach(file -> add(environment, file));
    }

    private static void add(ConfigurableEnvironment environment, ClassPathResource file) {
        try {
            new YamlPropertySourceLoader()
                    .load(file.getPath(), file)
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the settings " + file.getPath(), e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
