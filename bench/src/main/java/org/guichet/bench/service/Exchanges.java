package org.guichet.bench.service;

/** Numbered requests, and what becomes of the answers to them. */
public interface Exchanges {
    byte[] request(int number);

    void answered(int number, HttpAnswer answer);
}
