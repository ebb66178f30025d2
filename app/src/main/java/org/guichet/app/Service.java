package org.guichet.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The service as Spring sees it: every feature below this package. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Service {}
