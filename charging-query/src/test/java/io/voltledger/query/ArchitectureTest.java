package io.voltledger.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyzeClasses(packages = "io.voltledger.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoOtherRuntimeModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.voltledger.command..",
                    "io.voltledger.saga..",
                    "io.voltledger.ocpp..",
                    "io.voltledger.node..",
                    "io.voltledger.platform..",
                    "io.voltledger.simulators..");

    @ArchTest
    static final ArchRule resourcesAskAndDoNotRead = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule projectionsStayInside =
            classes().that().areAnnotatedWith(ProcessingGroup.class).should().notBePublic();
}
