package io.voltledger.command.chargepoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final String KEY = "30313233343536373839414243444546";

    @Test
    void keepsNoPasswordOfARequest() {
        assertThat(Secrets.masked("ChangeConfiguration", "{\"key\":\"AuthorizationKey\",\"value\":\"" + KEY + "\"}"))
                .contains("AuthorizationKey")
                .doesNotContain(KEY);
        assertThat(Secrets.masked("SetVariables", """
                        {"setVariableData":[{"attributeValue":"%s","component":{"name":"SecurityCtrlr"},
                        "variable":{"name":"BasicAuthPassword"}}]}""".formatted(KEY)))
                .contains("BasicAuthPassword")
                .doesNotContain(KEY);
    }

    @Test
    void leavesOtherRequestsAsTheyAre() {
        String request = "{ \"key\":\"HeartbeatInterval\", \"value\":\"60\" }";

        assertThat(Secrets.masked("ChangeConfiguration", request)).isEqualTo(request);
        assertThat(Secrets.masked("Reset", "{\"type\":\"Soft\"}")).isEqualTo("{\"type\":\"Soft\"}");
    }
}
