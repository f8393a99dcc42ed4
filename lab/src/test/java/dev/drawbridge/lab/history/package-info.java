/** Random histories of databases, and the rules that must hold at every step of them. */
package dev.drawbridge.lab.history;
