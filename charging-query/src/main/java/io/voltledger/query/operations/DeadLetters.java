package io.voltledger.query.operations;

import io.voltledger.api.PageRequest;
import io.voltledger.api.operations.DeadLetterCommand;
import io.voltledger.api.operations.DeadLetterCommand.DiscardDeadLetter;
import io.voltledger.api.operations.DeadLetterCommand.RedriveDeadLetter;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.DeadLetterBatch;
import io.voltledger.api.operations.OperationsQuery.DeadLetterPage;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.runtime.Context;
import io.voltledger.runtime.operator.SignedIn;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dead letters of all modules: each is asked for its own, and what is to be done goes to the one that keeps it. */
@Component
public class DeadLetters {

    private static final int PATIENCE_SECONDS = 10;

    private final ProjectionLetters own;
    private final QueryGateway queries;
    private final CommandGateway commands;

    DeadLetters(ProjectionLetters own, QueryGateway queries, CommandGateway commands) {
        this.own = own;
        this.queries = queries;
        this.commands = commands;
    }

    /** A module that is away is missing from the list. */
    public DeadLetterPage list(PageRequest page) {
        @Nullable PageKey key = PageKey.byTime(page.cursor());
        ListDeadLetters query = new ListDeadLetters(
                key == null ? null : key.at().toInstant(ZoneOffset.UTC),
                key == null ? null : key.id(),
                page.limit() + 1);
        List<DeadLetterView> found = query.page(queries.scatterGather(
                        query, ResponseTypes.instanceOf(DeadLetterBatch.class), PATIENCE_SECONDS, TimeUnit.SECONDS)
                .flatMap(batch -> batch.items().stream())
                .distinct());
        return Pages.cut(page, found, view -> PageKey.of(view.since(), view.id().toString()), DeadLetterPage::new);
    }

    void redrive(DeadLetterId id) {
        if (id.source() == DeadLetterSource.PROJECTION) {
            own.redrive(id);
        } else {
            send(new RedriveDeadLetter(id));
        }
    }

    void discard(DeadLetterId id, String reason) {
        if (id.source() == DeadLetterSource.PROJECTION) {
            own.discard(id, reason);
        } else {
            send(new DiscardDeadLetter(id, reason));
        }
    }

    private void send(DeadLetterCommand command) {
        commands.sendAndWait(Context.command(command, SignedIn.actor()), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
