package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(get("/actuator/info")).contains("voltledger-node");
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
    void knowsNothingElse() {
        assertThat(Http.get(node.httpPort(), "/actuator/healthy").statusCode()).isEqualTo(404);
    }
}
