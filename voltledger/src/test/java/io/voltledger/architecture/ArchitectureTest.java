package io.voltledger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "io.voltledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** They meet in messages only, so that each may run anywhere. */
    @ArchTest
    static final ArchRule runtimeModulesAreStrangers =
            slices().assignedFrom(new Modules()).should().notDependOnEachOther();

    @ArchTest
    static final ArchRule thePublishedLanguageIsPlainJava = noClasses()
            .that()
            .resideInAPackage("io.voltledger.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.voltledger.runtime..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule theGroundKnowsNoContext = noClasses()
            .that()
            .resideInAPackage("io.voltledger.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.voltledger.api.*..");

    /** The world outside is reached over wires, and would be no witness if it shared the platform's code. */
    @ArchTest
    static final ArchRule simulatorsKnowNothingOfThePlatform = noClasses()
            .that()
            .resideInAPackage("io.voltledger.simulators..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.voltledger.api..", "io.voltledger.runtime..", "org.axonframework..");

    @ArchTest
    static final ArchRule onlyTheReadSideAndTheProcessesTouchADatabase = noClasses()
            .that()
            .resideInAnyPackage("io.voltledger.command..", "io.voltledger.ocpp..", "io.voltledger.node..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule everyPackageSaysWhatIsNull = classes()
            .that(alwaysTrue())
            .should(new ArchCondition<>("stand in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            type,
                            type.getPackage().isAnnotatedWith(NullMarked.class),
                            type.getName() + " stands in a package without @NullMarked"));
                }
            });
}
