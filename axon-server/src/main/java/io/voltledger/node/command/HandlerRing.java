package io.voltledger.node.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The handlers of one command on a hash ring. Each stands there as often as its load factor says, at places that depend on its client alone, so when
 * handlers come and go only the keys of those places move. Immutable.
 */
final class HandlerRing {

    static final HandlerRing EMPTY = new HandlerRing(Map.of());

    private record Member(CommandHandler handler, int loadFactor) {}

    private final Map<String, Member> members;
    private final long[] places;
    private final CommandHandler[] handlers;

    private HandlerRing(Map<String, Member> members) {
        this.members = members;
        var ring = new TreeMap<Long, CommandHandler>();
        members.forEach((client, member) -> {
            for (var i = 0; i < member.loadFactor(); i++) {
                ring.put(hash(client + '#' + i), member.handler());
            }
        });
        places = ring.keySet().stream().mapToLong(Long::longValue).toArray();
        handlers = ring.values().toArray(CommandHandler[]::new);
    }

    HandlerRing with(CommandHandler handler, int loadFactor) {
        var changed = new LinkedHashMap<>(members);
        changed.put(handler.clientId(), new Member(handler, loadFactor));
        return new HandlerRing(changed);
    }

    HandlerRing without(CommandHandler handler) {
        var member = members.get(handler.clientId());
        if (member == null || member.handler() != handler) {
            return this;
        }
        var changed = new LinkedHashMap<>(members);
        changed.remove(handler.clientId());
        return new HandlerRing(changed);
    }

    /** Identifiers of the clients that stand on it. */
    Set<String> clients() {
        return members.keySet();
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Optional<CommandHandler> find(String routingKey) {
        if (handlers.length <= 1) {
            return handlers.length == 0 ? Optional.empty() : Optional.of(handlers[0]);
        }
        var at = java.util.Arrays.binarySearch(places, hash(routingKey));
        var place = at >= 0 ? at : -at - 1;
        return Optional.of(handlers[place == handlers.length ? 0 : place]);
    }

    /** FNV-1a over the characters, then mixed so that similar texts lie far apart. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
