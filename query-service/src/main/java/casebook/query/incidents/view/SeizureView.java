package casebook.query.incidents.view;

import casebook.events.Seizure;
import casebook.query.incidents.Aftermath;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Something seized.
 *
 * @param lab what a laboratory was asked about it, and what it answered
 */
public record SeizureView(@JsonUnwrapped Seizure seizure, Aftermath.@Nullable Lab lab) {}
