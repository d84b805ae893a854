package org.twosource.bench.mutants;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where real numbers are compared. {@code likeness >= .5} and {@code likeness > .5} differ for one
 * number that no text has, so the bound itself is no rule that a test could hold; which way the
 * comparison goes, and the number, are.
 */
final class RealComparisons {
  private record Place(Path file, long line) {}

  private final Set<Place> places = new HashSet<>();

  private RealComparisons() {}

  /** Reads files of one source folder. */
  static RealComparisons in(Path sources, List<Path> files, String classPath) throws IOException {
    RealComparisons found = new RealComparisons();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  new StringWriter(),
                  manager,
                  diagnostic -> {},
                  List.of("-proc:none", "-cp", classPath),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : units) {
        Path file = sources.relativize(Path.of(unit.getSourceFile().toUri()));
        found.new Scanner(trees, unit, file).scan(unit, null);
      }
    }
    return found;
  }

  /**
   * @param line counted from 0
   */
  boolean isAt(Path file, int line) {
    return places.contains(new Place(file, line));
  }

  private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final LineMap lines;
    private final Path file;

    Scanner(Trees trees, CompilationUnitTree unit, Path file) {
      this.trees = trees;
      this.positions = trees.getSourcePositions();
      this.unit = unit;
      this.lines = unit.getLineMap();
      this.file = file;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
      switch (tree.getKind()) {
        case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> {
          if (isReal(tree.getLeftOperand()) || isReal(tree.getRightOperand())) {
            long from = positions.getEndPosition(unit, tree.getLeftOperand());
            long to = positions.getStartPosition(unit, tree.getRightOperand());
            for (long line = lines.getLineNumber(from); line <= lines.getLineNumber(to); line++) {
              places.add(new Place(file, line - 1));
            }
          }
        }
        default -> {}
      }
      return super.visitBinary(tree, none);
    }

    private boolean isReal(Tree operand) {
      TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), operand));
      return type != null
          && (type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT);
    }
  }
}
