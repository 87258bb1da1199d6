package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HttpTest extends NodeTest {

    private String get(String path) {
        var response = Http.get(node.httpPort(), path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    void isUp() {
        assertThat(get("/actuator/health")).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void tellsWhatItIs() {
        assertThat(get("/actuator/info")).contains("voltledger-node", "\"version\":\"20");
    }

    @Test
    void listsItsContexts() {
        assertThat(get("/v1/public/context")).isEqualTo("[{\"context\":\"default\"}]");
    }

    @Test
    void countsEvents() {
        append(connect("events"), Events.range("A", 0, 3));

        assertThat(Http.metric(node, "node_events_appended_total")).isEqualTo(3);
    }

    @Test
    void showsItsMemory() {
        assertThat(Http.get(node.httpPort(), "/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes{area=\"heap\"", "jvm_memory_max_bytes{area=\"heap\"");
    }

    @Test
    void knowsNothingElse() {
        assertThat(Http.get(node.httpPort(), "/actuator/healthy").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhichMethodsAPathHas() {
        var refused = Http.send("PUT", node.httpPort(), "/v1/context/charging");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("DELETE");
    }

    @Test
    void tellsWhatIsWrongAsAProblem() throws IOException {
        var problem = Http.get(node.httpPort(), "/v1/nothing");

        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new ObjectMapper().readTree(problem.body())).isEqualTo(new ObjectMapper().readTree("""
                                {"type": "urn:voltledger:problem:not-found", "title": "Not found", "status": 404,
                                 "detail": "There is nothing at /v1/nothing", "code": "not-found"}"""));
    }

    @Test
    void answersHeadWithoutABody() {
        var head = Http.send("HEAD", node.httpPort(), "/actuator/health");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void makesNoFirstApplicationThatWouldShutOthersOut() {
        var body = "{\"name\":\"a\",\"roles\":[\"ADMIN\"]}";

        assertThat(Http.send("POST", node.httpPort(), "/v1/applications", body).statusCode())
                .isEqualTo(409);
    }
}
