package io.voltledger.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

/** What holds the write side together. */
@AnalyzeClasses(packages = "io.voltledger.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule decisionsKnowNoFramework = noClasses()
            .that()
            .resideInAPackage("io.voltledger.command.*..")
            .and()
            .areNotMetaAnnotatedWith(Component.class)
            .and()
            .areNotMemberClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.axonframework..", "org.springframework..", "org.slf4j..", "io.voltledger.runtime..");

    @ArchTest
    static final ArchRule decisionsAreGivenTheTime = noClasses()
            .that()
            .areNotMetaAnnotatedWith(Component.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule nobodyAsksTheSystemForTheTime = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule aggregatesStayInTheirPackage =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllersStayInTheirPackage =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule runtimeModulesAreStrangers = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.voltledger.saga..",
                    "io.voltledger.query..",
                    "io.voltledger.ocpp..",
                    "io.voltledger.node..",
                    "io.voltledger.platform..",
                    "io.voltledger.simulators..");
}
