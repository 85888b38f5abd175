package casebook.command.handling;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Hands the unit of work out with the outcome: the ledger position is known only after it has committed. */
public final class TicketInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        return new Ticket(outcome(chain), work);
    }

    /** What has no events does not exist, which is no failure. */
    private static Outcome outcome(InterceptorChain chain) throws Exception {
        try {
            return (Outcome) chain.proceed();
        } catch (AggregateNotFoundException e) {
            return new Outcome.Refused(new Refusal.Unknown());
        }
    }
}
