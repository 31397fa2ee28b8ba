package io.countersign.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a verdict count, so whoever sends it has just proved who he is (UI-8). */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AfterFreshSignIn {

}
