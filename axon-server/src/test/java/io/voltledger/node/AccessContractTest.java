package io.voltledger.node;

import static io.voltledger.node.access.Role.ADMIN;
import static io.voltledger.node.access.Role.CONTEXT_ADMIN;
import static io.voltledger.node.access.Role.DISPATCH_COMMANDS;
import static io.voltledger.node.access.Role.MONITOR;
import static io.voltledger.node.access.Role.PUBLISH_EVENTS;
import static io.voltledger.node.access.Role.READ_EVENTS;
import static io.voltledger.node.access.Role.USE_CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.grpc.admin.EventProcessorAdminServiceGrpc;
import io.axoniq.axonserver.grpc.admin.EventProcessorIdentifier;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.access.AccessSettings;
import io.voltledger.node.access.Grant;
import io.voltledger.node.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessContractTest extends NodeTest {

    private static final String TOKEN = "the-token-of-all-applications";
    private static final String ADMIN_TOKEN = "the-token-of-administrators";

    private final List<ManagedChannel> channels = new ArrayList<>();

    @Override
    NodeSettings settings() {
        return super.settings().withSecurity(NodeSecurity.NONE.withAccess(new AccessSettings(TOKEN, ADMIN_TOKEN)));
    }

    @AfterEach
    void closeChannels() {
        channels.forEach(ManagedChannel::shutdownNow);
    }

    private String application(String name, Role role, String context) {
        return node.applications()
                .add(name, "", List.of(new Grant(role, context)), null)
                .token();
    }

    private AxonServerConnection connectWith(String token) {
        var connection = open("app", "default", application -> application.token(token));
        await().until(connection::isConnected);
        return connection;
    }

    private EventStoreGrpc.EventStoreStub events(@Nullable String token, String context) {
        var opened = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
        channels.add(opened);
        return EventStoreGrpc.newStub(opened)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(token, context)));
    }

    private static Metadata headers(@Nullable String token, String context) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER), context);
        if (token != null) {
            headers.put(Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER), token);
        }
        return headers;
    }

    /** Empty where the last token can be read, otherwise the error code. */
    private String refusal(@Nullable String token, String context) {
        var stub = EventStoreGrpc.newBlockingStub(events(token, context).getChannel());
        return codeOf(catchThrowable(() -> stub.getLastToken(GetLastTokenRequest.getDefaultInstance())));
    }

    private static String codeOf(@Nullable Throwable failure) {
        if (failure == null) {
            return "";
        }
        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        var trailers = Status.trailersFromThrowable(failure);
        assertThat(trailers).isNotNull();
        return String.valueOf(trailers.get(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER)));
    }

    private CompletableFuture<@Nullable Throwable> endOfStream(String token) {
        var end = new CompletableFuture<@Nullable Throwable>();
        var open = new CompletableFuture<EventWithToken>();
        events(token, "default")
                .listEvents(new StreamObserver<>() {
                    @Override
                    public void onNext(EventWithToken event) {
                        open.complete(event);
                    }

                    @Override
                    public void onError(Throwable cause) {
                        end.complete(cause);
                    }

                    @Override
                    public void onCompleted() {
                        end.complete(null);
                    }
                })
                .onNext(GetEventsRequest.newBuilder().setNumberOfPermits(10).build());
        result(open);
        return end;
    }

    @Test
    void admitsAnApplicationThroughTheOfficialConnector() {
        var connection = connectWith(application("billing", USE_CONTEXT, "default"));
        append(connection, Events.range("A", 0, 3));

        assertThat(history(connection, "A")).hasSize(3);
    }

    @Test
    void refusesAnApplicationWithAWrongToken() {
        var connection = open("stranger", "default", application -> application.token("wrong"));

        await().until(connection::isConnectionFailed);
    }

    @Test
    void refusesAMissingAndAWrongTokenWith1000() {
        assertThat(refusal(null, "default")).isEqualTo("AXONIQ-1000");
        assertThat(refusal("", "default")).isEqualTo("AXONIQ-1000");
        assertThat(refusal("wrong", "default")).isEqualTo("AXONIQ-1000");
        assertThat(refusal(TOKEN + "x", "default")).isEqualTo("AXONIQ-1000");
    }

    @Test
    void refusesWhatTheRoleDoesNotAllowWith1001() {
        assertThat(refusal(application("writer", PUBLISH_EVENTS, "default"), "default"))
                .isEqualTo("AXONIQ-1001");
        assertThat(refusal(application("watcher", MONITOR, "*"), "default")).isEqualTo("AXONIQ-1001");
        assertThat(refusal(ADMIN_TOKEN, "default")).isEqualTo("AXONIQ-1001");
        assertThat(refusal(application("reader", READ_EVENTS, "default"), "default"))
                .isEmpty();
    }

    @Test
    void refusesAnotherContextWith1001() {
        var token = application("tenant", USE_CONTEXT, "tenant-a");

        assertThat(refusal(token, "default")).isEqualTo("AXONIQ-1001");
        assertThat(refusal(token, "tenant-b")).isEqualTo("AXONIQ-1001");
    }

    @Test
    void refusesCommandsOfAnApplicationThatOnlyReads() {
        var connection = connectWith(application("reader", READ_EVENTS, "default"));
        var command = Command.newBuilder().setName("Nobody").build();

        var failure = catchThrowable(() -> result(connection.commandChannel().sendCommand(command)));

        assertThat(failure).hasStackTraceContaining("AXONIQ-1001");
    }

    @Test
    void letsAnApplicationDispatchThatMayOnlyDispatch() {
        var connection = connectWith(application("caller", DISPATCH_COMMANDS, "default"));
        var command = Command.newBuilder().setName("Nobody").build();

        assertThat(result(connection.commandChannel().sendCommand(command)).getErrorCode())
                .isEqualTo("AXONIQ-4000");
    }

    @Test
    void takesTheOneTokenForAllApplications() {
        append(connectWith(TOKEN), Events.range("A", 0, 1));

        assertThat(refusal(TOKEN, "default")).isEmpty();
    }

    @Test
    void endsTheStreamsOfAnApplicationThatIsRemoved() {
        append(connectWith(TOKEN), Events.range("A", 0, 1));
        var removed = endOfStream(application("removed", READ_EVENTS, "default"));
        var other = endOfStream(application("other", READ_EVENTS, "default"));

        assertThat(node.applications().remove("removed")).isTrue();

        assertThat(codeOf(removed.orTimeout(30, TimeUnit.SECONDS).join())).isEqualTo("AXONIQ-1000");
        assertThat(other).isNotDone();
    }

    @Test
    void dropsTheHandlersOfARemovedApplication() throws Exception {
        var token = application("removed", USE_CONTEXT, "default");
        var connection = connectWith(token);
        connection
                .commandChannel()
                .registerCommandHandler(c -> CompletableFuture.failedFuture(new IllegalStateException()), 100, "Do")
                .awaitAck(5, TimeUnit.SECONDS);

        node.applications().remove("removed");

        var sender = connectWith(TOKEN);
        await().until(() -> code(sender, "Do").equals("AXONIQ-4000"));
    }

    private static String code(AxonServerConnection sender, String command) {
        return result(sender.commandChannel().sendCommand(CommandCalls.command(command, "")))
                .getErrorCode();
    }

    @Test
    void answersEveryCommandWhileItsHandlersAreRemoved() throws Exception {
        var sender = connectWith(TOKEN);
        for (var round = 0; round < 3; round++) {
            var name = "removed" + round;
            CommandCalls.handle(
                    connectWith(application(name, USE_CONTEXT, "default")),
                    "Do",
                    command -> CompletableFuture.completedFuture(CommandCalls.text("done")));
            assertThat(code(sender, "Do")).isEmpty();

            var removing = CompletableFuture.runAsync(() -> node.applications().remove(name));
            var codes = new HashSet<String>();
            while (!codes.contains("AXONIQ-4000")) {
                IntStream.range(0, 16)
                        .mapToObj(i -> sender.commandChannel().sendCommand(CommandCalls.command("Do", "")))
                        .toList()
                        .forEach(sent -> codes.add(result(sent).getErrorCode()));
            }
            result(removing);
            assertThat(codes).isSubsetOf("", "AXONIQ-4001", "AXONIQ-4000");
        }
    }

    @Test
    void voidsTheOldTokenWhenItIsRenewed() {
        append(connectWith(TOKEN), Events.range("A", 0, 1));
        var old = application("billing", READ_EVENTS, "default");
        var stream = endOfStream(old);
        var renewed = node.applications().renew("billing").orElseThrow().token();

        assertThat(codeOf(stream.orTimeout(30, TimeUnit.SECONDS).join())).isEqualTo("AXONIQ-1000");
        assertThat(refusal(old, "default")).isEqualTo("AXONIQ-1000");
        assertThat(refusal(renewed, "default")).isEmpty();
    }

    @Test
    void knowsItsApplicationsAfterARestart() {
        var token = application("billing", READ_EVENTS, "default");
        restartNode();

        assertThat(refusal(token, "default")).isEmpty();
    }

    private String refusalOfPausing(String token, String context) {
        var stub = EventProcessorAdminServiceGrpc.newBlockingStub(
                events(token, "default").getChannel());
        var processor = EventProcessorIdentifier.newBuilder()
                .setProcessorName("bills")
                .setContextName(context)
                .build();
        return String.valueOf(catchThrowable(() -> stub.pauseEventProcessor(processor)));
    }

    @Test
    void steersEventProcessorsOnlyInTheContextsOfItsRole() {
        var token = application("steersman", CONTEXT_ADMIN, "default");

        assertThat(refusalOfPausing(token, "default")).doesNotContain("AXONIQ-1001");
        assertThat(refusalOfPausing(token, "elsewhere")).contains("AXONIQ-1001");
        assertThat(refusalOfPausing(application("reader", READ_EVENTS, "*"), "default"))
                .contains("AXONIQ-1001");
    }

    @Test
    void storesNoToken() throws IOException {
        var token = application("admin", ADMIN, "*");

        assertThat(data.resolve("access.json"))
                .content()
                .contains("\"admin\"")
                .doesNotContain(token)
                .doesNotContain(TOKEN)
                .doesNotContain(ADMIN_TOKEN);
        assertThat(Files.getPosixFilePermissions(data.resolve("access.json"))).hasSize(2);
    }
}
