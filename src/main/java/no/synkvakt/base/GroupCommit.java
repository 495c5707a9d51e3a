package no.synkvakt.base;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Group commit: while a transaction is under way, what comes meanwhile waits, and is then done by one transaction together. What
 * comes alone waits for nobody. It has no thread of its own: of those who wait together, the first does it for all. Own code,
 * because what libraries offer (collecting for a time, or in a thread beside) makes what is alone wait.
 *
 * @param <Q> what is asked
 * @param <A> what is answered, once it is durable
 */
public final class GroupCommit<Q, A> {

    private final int lanes;
    private final int most;
    private final Function<List<Q>, List<A>> transaction;
    private final Queue<Turn<Q, A>> waiting = new ArrayDeque<>();
    private int busy;

    /**
     * @param lanes how many transactions there are at once
     * @param most how many go into one at most
     * @param transaction answers all, in their order
     */
    public GroupCommit(int lanes, int most, Function<List<Q>, List<A>> transaction) {
        this.lanes = lanes;
        this.most = most;
        this.transaction = transaction;
    }

    /** One who asks. */
    private record Turn<Q, A>(Q asked, CompletableFuture<A> answer, CompletableFuture<List<Turn<Q, A>>> leads) {

        Turn(Q asked) {
            this(asked, new CompletableFuture<>(), new CompletableFuture<>());
        }

        /** Those for whom it has to do it, itself among them; nobody, if another one has. */
        List<Turn<Q, A>> await() {
            return leads.join();
        }

        void end(A answered) {
            answer.complete(answered);
            leads.complete(List.of());
        }

        void fail(Throwable failure) {
            answer.completeExceptionally(failure);
            leads.complete(List.of());
        }
    }

    /** What is thrown is thrown at all who were in that transaction. */
    public A ask(Q asked) {
        Turn<Q, A> mine = new Turn<>(asked);
        List<Turn<Q, A>> group = beginsAtOnce(mine) ? List.of(mine) : mine.await();
        if (!group.isEmpty()) {
            lead(group);
        }
        return answerTo(mine);
    }

    private synchronized boolean beginsAtOnce(Turn<Q, A> mine) {
        if (busy < lanes) {
            busy++;
            return true;
        }
        waiting.add(mine);
        return false;
    }

    private void lead(List<Turn<Q, A>> group) {
        try {
            List<A> answers = transaction.apply(group.stream().map(Turn::asked).toList());
            for (int place = 0; place < group.size(); place++) {
                group.get(place).end(answers.get(place));
            }
        } catch (Throwable e) {
            group.forEach(turn -> turn.fail(e));
        } finally {
            handOver();
        }
    }

    private synchronized void handOver() {
        List<Turn<Q, A>> next = new ArrayList<>();
        while (!waiting.isEmpty() && next.size() < most) {
            next.add(waiting.remove());
        }
        if (next.isEmpty()) {
            busy--;
        } else {
            next.get(0).leads().complete(next);
        }
    }

    private static <A> A answerTo(Turn<?, A> turn) {
        try {
            return turn.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
