package io.voltledger.saga.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;

/**
 * Loads a saga under its row's lock, for the transaction of the handler. The framework locks within one process only;
 * a deadline may run in another process than the one that owns the event's segment.
 */
final class OneAtATimeSagaSchema extends GenericSagaSqlSchema {

    OneAtATimeSagaSchema(SagaSchema schema) {
        super(schema);
    }

    @Override
    public PreparedStatement sql_loadSaga(Connection connection, String sagaId) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("select " + sagaSchema.serializedSagaColumn() + ", "
                + sagaSchema.sagaTypeColumn() + ", " + sagaSchema.revisionColumn() + " from "
                + sagaSchema.sagaEntryTable() + " where " + sagaSchema.sagaIdColumn() + " = ? for update");
        statement.setString(1, sagaId);
        return statement;
    }
}
