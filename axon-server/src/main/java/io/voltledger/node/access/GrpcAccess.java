package io.voltledger.node.access;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.voltledger.node.access.Refusals.Reason;
import io.voltledger.node.wire.ErrorCode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before every gRPC call: lets it through, or refuses it; and ends it later, when its application has lost the right to it. */
public final class GrpcAccess implements ServerInterceptor {

    private static final Metadata.Key<String> TOKEN =
            Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> CONTEXT =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);
    /** Who makes a call; nobody in particular while access control is off. */
    private static final Context.Key<Identity> CALLER = Context.key("voltledger-caller");

    private static final String DEFAULT_CONTEXT = "default";

    private final AccessControl control;
    private final Set<AdmittedCall<?, ?>> open = ConcurrentHashMap.newKeySet();

    public GrpcAccess(AccessControl control) {
        this.control = control;
        control.applications().onChange(this::checkAgain);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (!control.isOn()) {
            return next.startCall(call, headers);
        }
        var named = headers.get(CONTEXT);
        var context = named == null || named.isEmpty() ? DEFAULT_CONTEXT : named;
        var admitted = new AdmittedCall<>(
                call,
                new Claim(headers.get(TOKEN), GrpcRoles.needed(call.getMethodDescriptor()), context),
                open::remove);
        open.add(admitted);
        var caller = control.identify(admitted.claim().token());
        var refusal = refusal(admitted, caller);
        if (refusal.isPresent()) {
            admitted.end(refusal.get());
            return new ServerCall.Listener<>() {};
        }
        if (GrpcRoles.isAct(admitted.claim().roles())) {
            var method = call.getMethodDescriptor().getFullMethodName();
            Audit.record(caller.orElseThrow().name(), peer(call), method + " in context " + context);
        }
        var within = Context.current().withValue(CALLER, caller.orElseThrow());
        return admitted.listener(Contexts.interceptCall(within, admitted, headers, next));
    }

    /**
     * For an operation that names a context of its own: throws NOT_ALLOWED where the application whose call is being set up or handled on this thread
     * does not have the role there.
     */
    public static void require(Role role, String context) {
        var caller = CALLER.get();
        if (caller != null && !caller.may(role, context)) {
            var text = "Application %s does not have the role %s in context %s".formatted(caller.name(), role, context);
            throw ErrorCode.NOT_ALLOWED.failure(text);
        }
    }

    private void checkAgain() {
        open.forEach(
                call -> refusal(call, control.identify(call.claim().token())).ifPresent(call::end));
    }

    private Optional<StatusRuntimeException> refusal(AdmittedCall<?, ?> call, Optional<Identity> identity) {
        var claim = call.claim();
        var method = call.getMethodDescriptor().getFullMethodName();
        var peer = peer(call);
        if (identity.isEmpty()) {
            control.refusals().refused(Reason.TOKEN, method, "nobody known", peer);
            return Optional.of(ErrorCode.INVALID_TOKEN.failure("The access token is missing or wrong"));
        }
        var who = identity.get();
        if (!who.mayAny(claim.roles(), claim.context())) {
            control.refusals().refused(Reason.ROLE, method, who.name(), peer);
            var text = "Application %s has no role for %s in context %s".formatted(who.name(), method, claim.context());
            return Optional.of(ErrorCode.NOT_ALLOWED.failure(text));
        }
        return Optional.empty();
    }

    private static String peer(ServerCall<?, ?> call) {
        return String.valueOf(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    }
}
