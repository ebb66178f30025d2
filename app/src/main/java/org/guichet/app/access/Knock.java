package org.guichet.app.access;

import org.guichet.app.limit.Source;
import org.guichet.app.platform.AuthorityId;

/** Somebody at the door: of which authority, and from where. */
record Knock(AuthorityId authority, Source from) {}
