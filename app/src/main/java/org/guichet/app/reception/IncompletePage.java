package org.guichet.app.reception;

import org.guichet.app.access.Staff;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Form;

/** Asks what is missing in a dossier. */
public record IncompletePage(Staff staff, Days.Appointment appointment, Catalogue.Procedure procedure, Form form) {}
