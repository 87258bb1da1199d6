package io.voltledger.platform;

/** What the person at the terminal is told when everything is up. */
final class Welcome {

    private Welcome() {}

    static String text(Ports ports, boolean demo, String data) {
        return """

                VoltLedger is up%s.

                  Console           http://127.0.0.1:%d/
                  REST              http://127.0.0.1:%d/swagger-ui.html
                  Health            http://127.0.0.1:%d/actuator/health
                  Stations          ws://127.0.0.1:%d/ocpp/{stationId}
                  Axon Server       127.0.0.1:%d (gRPC), http://127.0.0.1:%d/actuator/health
                  Kafka             127.0.0.1:%d
                  MariaDB           127.0.0.1:%d
                  Payment provider  http://127.0.0.1:%d/simulator/captures
                  Log               %s/logs/voltledger.log

                A charge by hand:  README.md
                Stop:              Ctrl-C
                """.formatted(
                        demo ? ", with the demo's stations" : "",
                        ports.http(),
                        ports.http(),
                        ports.http(),
                        ports.ocpp(),
                        ports.nodeGrpc(),
                        ports.nodeHttp(),
                        ports.kafka(),
                        ports.database(),
                        ports.provider(),
                        data);
    }
}
