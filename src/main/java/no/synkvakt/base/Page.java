package no.synkvakt.base;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page its number, from 0
 * @param size how many items a full page has
 * @param total how many items there are on all pages
 */
@RegisterForReflection
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The page that is asked for of a list that is at hand as a whole. */
    public static <T> Page<T> of(List<T> all, PageRequest request) {
        List<T> items =
                all.stream().skip(request.offset()).limit(request.size()).toList();
        return new Page<>(items, request.page(), request.size(), all.size());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<R>(items.stream().<R>map(mapping).toList(), page, size, total);
    }
}
