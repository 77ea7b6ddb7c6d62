package main

import (
	"go/ast"
	"strings"
)

// readConditions collects the paths that a CustomizeDiff or a ModifyPlan may force: literals in what it calls.
func (f *findings) readConditions(given value) {
	code, ok := given.(*delayed)
	if !ok {
		f.Partial = "CustomizeDiff is not an expression"
		return
	}
	reader := &conditionReader{findings: f, seen: map[*declaration]bool{}}
	reader.read(code.expr, code.scope.top())
}

// top is the scope of the package, without what is local.
func (s *scope) top() *scope {
	return &scope{file: s.file, names: map[string]value{}}
}

type conditionReader struct {
	findings *findings
	seen     map[*declaration]bool
}

func (r *conditionReader) read(node ast.Node, in *scope) {
	ast.Inspect(node, func(one ast.Node) bool {
		switch one := one.(type) {
		case *ast.CallExpr:
			r.readCall(one, in)
		case *ast.AssignStmt:
			r.readAnswer(one, in)
		case *ast.Ident:
			r.follow(in.file.pkg, one.Name)
		case *ast.SelectorExpr:
			if path := in.importPath(one.X); path != "" {
				if pkg := in.file.pkg.source.find(path); pkg != nil {
					r.follow(pkg, one.Sel.Name)
				}
			} else {
				r.followMethod(in.file.pkg, one.Sel.Name)
			}
		}
		return true
	})
}

func (r *conditionReader) follow(pkg *goPackage, name string) {
	decl := pkg.decls[name]
	if decl == nil || r.seen[decl] {
		return
	}
	r.seen[decl] = true
	in := &scope{file: decl.file, names: map[string]value{}}
	switch {
	case decl.fn != nil && decl.fn.Body != nil && isAboutPlans(decl.fn):
		r.read(decl.fn.Body, in)
	case decl.init != nil:
		if _, isFunction := decl.init.(*ast.FuncLit); isFunction {
			r.read(decl.init, in)
		}
	}
}

// followMethod takes each method of the package with the name: the type is not known.
func (r *conditionReader) followMethod(pkg *goPackage, name string) {
	for _, methods := range pkg.methods {
		if decl := methods[name]; decl != nil && !r.seen[decl] && decl.fn.Body != nil && isAboutPlans(decl.fn) {
			r.seen[decl] = true
			r.read(decl.fn.Body, &scope{file: decl.file, names: map[string]value{}})
		}
	}
}

// isAboutPlans keeps to functions that can force replacement: they, or a part of them, get a diff or a response.
func isAboutPlans(fn *ast.FuncDecl) bool {
	return mentions(fn, "ResourceDiff") || mentions(fn, "ModifyPlanResponse") || mentions(fn, "CustomizeDiffFunc") ||
		mentions(fn, "customdiff") || mentions(fn, "RequiresReplace") || mentions(fn, "ForceNew")
}

func mentions(node ast.Node, name string) bool {
	found := false
	ast.Inspect(node, func(one ast.Node) bool {
		if of, ok := one.(*ast.Ident); ok && of.Name == name {
			found = true
		}
		return !found
	})
	return found
}

// readCall reads `d.ForceNew("a.0.b")` and `customdiff.ForceNewIf("a", ...)`.
func (r *conditionReader) readCall(call *ast.CallExpr, in *scope) {
	on, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !strings.HasPrefix(on.Sel.Name, "ForceNew") || len(call.Args) == 0 {
		return
	}
	key, ok := in.eval(call.Args[0]).(string)
	if !ok {
		r.findings.Partial = "CustomizeDiff forces a path that is not a constant"
		return
	}
	r.findings.May[pathOfKey(key)] = on.Sel.Name + " in CustomizeDiff"
}

// readAnswer reads `response.RequiresReplace = ...`: paths are made by calls, so the type as a whole is not known.
func (r *conditionReader) readAnswer(assignment *ast.AssignStmt, in *scope) {
	for _, target := range assignment.Lhs {
		if on, ok := target.(*ast.SelectorExpr); ok && on.Sel.Name == "RequiresReplace" {
			r.findings.readPaths(assignment, in)
		}
	}
}

// readPaths reads `path.Root("a").AtListIndex(0).AtName("b")`.
func (f *findings) readPaths(assignment *ast.AssignStmt, in *scope) {
	for _, given := range assignment.Rhs {
		items := []ast.Expr{given}
		switch given := given.(type) {
		case *ast.CompositeLit:
			items = given.Elts
		case *ast.CallExpr:
			if len(given.Args) > 1 {
				items = given.Args[1:]
			}
		}
		for _, item := range items {
			path, ok := in.attributePath(item)
			if !ok {
				f.Partial = "ModifyPlan forces a path that is not a constant"
				continue
			}
			f.May[path] = "RequiresReplace in ModifyPlan"
		}
	}
}

func (s *scope) attributePath(expr ast.Expr) (string, bool) {
	call, ok := expr.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	on, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) != 1 {
		return "", false
	}
	name, isText := s.eval(call.Args[0]).(string)
	if on.Sel.Name == "Root" && s.importPath(on.X) == framework+"path" {
		return name, isText
	}
	before, ok := s.attributePath(on.X)
	switch on.Sel.Name {
	case "AtName":
		return before + "." + name, ok && isText
	case "AtListIndex", "AtSetValue", "AtMapKey":
		return before, ok
	}
	return "", false
}

// pathOfKey leaves out positions: `a.0.b` and `a.#` of terraform-plugin-sdk.
func pathOfKey(key string) string {
	names := []string{}
	for _, part := range strings.Split(key, ".") {
		if strings.Trim(part, "0123456789#%") != "" {
			names = append(names, part)
		}
	}
	return strings.Join(names, ".")
}
