package org.guichet.app.access;

import org.guichet.app.platform.AuthorityId;

/** Who acts: somebody of the staff who has signed in, of one authority and one centre. */
public record ActingAgent(AuthorityId authority, String signIn, String name, String centre) {}
