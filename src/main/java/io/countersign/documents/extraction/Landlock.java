package io.countersign.documents.extraction;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Landlock of Linux 5.13 and later: takes from this thread, and from all that it starts,
 * every file but those named, every program, and, from Linux 6.7 on, TCP. Nobody has to
 * be root for it, and nothing gives it back.
 */
@SuppressWarnings("restricted")
final class Landlock {

	private static final long CREATE_RULESET = 444;

	private static final long ADD_RULE = 445;

	private static final long RESTRICT_SELF = 446;

	/** A rule for a place and all that lies in it. */
	private static final long BENEATH = 1;

	private static final long WRITE_FILE = 1 << 1;

	private static final long READ_FILE = 1 << 2;

	private static final long READ_DIR = 1 << 3;

	/** To write, remove, make a directory or a file, move, cut off. */
	private static final long OWN = WRITE_FILE | READ_FILE | READ_DIR | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 13
			| 1 << 14;

	/** How many rights for files each version of it knows, from the first on. */
	private static final int[] RIGHTS = { 13, 14, 15, 15, 16 };

	private static final int TCP_SINCE = 4;

	private static final int SCOPE_SINCE = 6;

	private static final int NO_NEW_PRIVILEGES = 38;

	/** To name a file and not to open it, and not for a program that is started. */
	private static final int AS_PLACE = 0x200000 | 0x80000;

	private static final MethodHandle SYSTEM = handle("syscall",
			FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
					ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
			1);

	private static final MethodHandle PROCESS = handle("prctl",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG,
					ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
			1);

	private static final MethodHandle OPEN = handle("open",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT), 2);

	private static final MethodHandle CLOSE = handle("close",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), -1);

	private final Arena memory;

	private final long rights;

	private final long ruleset;

	private Landlock(Arena memory, long rights, long ruleset) {
		this.memory = memory;
		this.rights = rights;
		this.ruleset = ruleset;
	}

	/**
	 * Answers whether it holds; where the kernel has none of it nothing is taken away.
	 * @param readable files, and directories with all that lies in them
	 * @param own where files are made and changed
	 */
	static boolean restrict(Collection<Path> readable, Path own) {
		try (var memory = Arena.ofConfined()) {
			var version = call(CREATE_RULESET, 0, 0, 1, 0);
			if (version < 1) {
				return false;
			}
			var rights = (1L << RIGHTS[(int) Math.min(version, RIGHTS.length) - 1]) - 1;
			var attributes = memory.allocate(MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_LONG));
			attributes.setAtIndex(ValueLayout.JAVA_LONG, 0, rights);
			attributes.setAtIndex(ValueLayout.JAVA_LONG, 1, (version >= TCP_SINCE) ? 3 : 0);
			attributes.setAtIndex(ValueLayout.JAVA_LONG, 2, (version >= SCOPE_SINCE) ? 1 : 0);
			var ruleset = call(CREATE_RULESET, attributes.address(), attributes.byteSize(), 0, 0);
			return ruleset >= 0 && new Landlock(memory, rights, ruleset).holds(readable, own);
		}
		catch (Throwable ex) {
			throw new IllegalStateException("The kernel could not be asked for a box", ex);
		}
	}

	private boolean holds(Collection<Path> readable, Path own) throws Throwable {
		for (var place : readable) {
			if (Files.exists(place) && !allow(place, READ_FILE | READ_DIR)) {
				return false;
			}
		}
		return allow(own, OWN) && allow(Path.of("/dev/null"), READ_FILE | WRITE_FILE)
				&& (int) PROCESS.invokeExact(NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L) == 0
				&& call(RESTRICT_SELF, this.ruleset, 0, 0, 0) == 0;
	}

	private boolean allow(Path place, long wanted) throws Throwable {
		var file = (int) OPEN.invokeExact(this.memory.allocateFrom(place.toString()), AS_PLACE);
		if (file < 0) {
			return false;
		}
		// What is right for a directory only is refused for a file.
		var allowed = Files.isDirectory(place) ? wanted : wanted & (WRITE_FILE | READ_FILE);
		var rule = this.memory.allocate(ValueLayout.JAVA_LONG.byteSize() + ValueLayout.JAVA_INT.byteSize(),
				ValueLayout.JAVA_LONG.byteAlignment());
		rule.set(ValueLayout.JAVA_LONG, 0, allowed & this.rights);
		rule.set(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG.byteSize(), file);
		var added = call(ADD_RULE, this.ruleset, BENEATH, rule.address(), 0) == 0;
		return (int) CLOSE.invokeExact(file) == 0 && added;
	}

	private static long call(long number, long first, long second, long third, long fourth) throws Throwable {
		return (long) SYSTEM.invokeExact(number, first, second, third, fourth);
	}

	private static MethodHandle handle(String name, FunctionDescriptor types, int variadicFrom) {
		var linker = Linker.nativeLinker();
		var options = (variadicFrom < 0) ? new Linker.Option[0]
				: new Linker.Option[] { Linker.Option.firstVariadicArg(variadicFrom) };
		return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), types, options);
	}

}
