package io.voltledger.query.sql;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Tells what the database is to blame for from what a change itself is. */
public final class DatabaseTrouble {

    private DatabaseTrouble() {}

    /** True where the same change may succeed at another time: the database is away, or two transactions met. */
    public static boolean passes(Throwable trouble) {
        return trouble instanceof DataAccessException
                && (trouble instanceof TransientDataAccessException
                        || trouble instanceof RecoverableDataAccessException
                        || trouble instanceof NonTransientDataAccessResourceException);
    }
}
