package org.guichet.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.guichet.app.beacon.Beacon;
import org.guichet.app.notice.Channel;
import org.guichet.app.notice.Message;
import org.guichet.app.witness.Witnesses;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.beacon.Round;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.note.WitnessList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in the tests for the outside world: time, mail and the beacon. */
@Configuration(proxyBeanMethods = false)
public class WorldConfiguration {

    /** Stands still until it is set. */
    public static final class HandClock extends Clock {
        private volatile Instant now = World.START;

        public void set(Instant moment) {
            now = moment;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** Declares none until it is told. */
    public static final class HandWitnesses extends Witnesses {
        private volatile WitnessList list = WitnessList.NONE;
        private volatile int quorum;

        HandWitnesses() {
            super(List.of(), 0);
        }

        public void declare(WitnessList witnesses, int count) {
            list = witnesses;
            quorum = count;
        }

        @Override
        public WitnessList list() {
            return list;
        }

        @Override
        public Quorum quorum() {
            return new Quorum(quorum, list.hash());
        }
    }

    /** Keeps what was sent, or puts it off. */
    public static final class LetterBox implements Channel {
        private final List<Message> messages = new CopyOnWriteArrayList<>();
        private volatile boolean down;

        @Override
        public Carrier carrier() {
            return (_, message) -> keep(message);
        }

        private Outcome keep(Message message) {
            if (down) {
                return new Outcome.Deferred("the letter box is shut");
            }
            messages.add(message);
            return new Outcome.Sent();
        }

        public void shut(boolean shut) {
            down = shut;
        }

        public void clear() {
            messages.clear();
            down = false;
        }

        public int count() {
            return messages.size();
        }

        /** What was sent to somebody, oldest first. */
        public List<Message> to(String address) {
            return messages.stream().filter(it -> it.to().equals(address)).toList();
        }
    }

    /** A rehearsal chain whose rounds can be withheld. */
    public static final class HandBeacon implements Beacon {
        private final RehearsalChain chain = RehearsalChain.from(new byte[32]);
        private volatile boolean silent;
        private volatile long missing;

        public void silent(boolean isSilent) {
            silent = isSilent;
        }

        /** One round that cannot be had; 0 for none. */
        public void missing(long round) {
            missing = round;
        }

        /** As a site publishes it. */
        public String rehearsal() {
            return chain.rehearsal().text();
        }

        @Override
        public Chain chain() {
            return chain.chain();
        }

        @Override
        public Optional<Round> round(long number) {
            return silent || number == missing ? Optional.empty() : Optional.of(chain.round(number));
        }
    }

    /** The real database, which can be lost. */
    @Bean
    static BeanPostProcessor faults() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? new Faults(database) : bean;
            }
        };
    }

    @Bean
    HandClock clock() {
        return new HandClock();
    }

    @Bean
    LetterBox mailChannel() {
        return new LetterBox();
    }

    @Bean
    HandWitnesses witnesses() {
        return new HandWitnesses();
    }

    @Bean
    HandBeacon beacon() {
        return new HandBeacon();
    }
}
