package io.voltledger.node.wire;

import io.axoniq.axonserver.grpc.InstructionAck;

/** Acknowledgements of instructions. */
public final class Acks {

    private Acks() {}

    public static InstructionAck success(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setSuccess(true)
                .build();
    }

    public static InstructionAck unsupported(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setError(ErrorCode.UNSUPPORTED_INSTRUCTION.message("Unsupported instruction"))
                .build();
    }
}
