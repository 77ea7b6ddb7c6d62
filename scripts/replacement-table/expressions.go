package main

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// neededFields are the fields of schemas that say what an argument is and when it forces replacement.
var neededFields = map[string]bool{
	"Type": true, "ForceNew": true, "Optional": true, "Required": true, "Computed": true, "Elem": true,
	"Schema": true, "SchemaFunc": true, "CustomizeDiff": true,
	"Attributes": true, "Blocks": true, "NestedObject": true, "PlanModifiers": true,
}

func isSchemaPackage(path string) bool {
	return strings.HasPrefix(path, "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema") ||
		strings.HasPrefix(path, "github.com/hashicorp/terraform-plugin-framework/")
}

func (s *scope) eval(expr ast.Expr) value {
	switch expr := expr.(type) {
	case *ast.BasicLit:
		return literal(expr)
	case *ast.ParenExpr:
		return s.eval(expr.X)
	case *ast.Ident:
		return s.lookup(expr.Name)
	case *ast.FuncLit:
		return &closure{typ: expr.Type, body: expr.Body, scope: s}
	case *ast.SelectorExpr:
		return s.selector(expr)
	case *ast.CompositeLit:
		return s.composite(expr, expr.Type)
	case *ast.UnaryExpr:
		return s.unary(expr)
	case *ast.StarExpr:
		one := s.eval(expr.X)
		if of, ok := one.(*object); ok {
			return of.clone(false)
		}
		return one
	case *ast.IndexExpr:
		return s.index(expr)
	case *ast.IndexListExpr:
		return s.eval(expr.X)
	case *ast.BinaryExpr:
		return s.binary(expr)
	case *ast.CallExpr:
		return s.call(expr)
	case *ast.TypeAssertExpr:
		return s.eval(expr.X)
	}
	return unknown{"an expression of another kind"}
}

func literal(expr *ast.BasicLit) value {
	switch expr.Kind {
	case token.STRING:
		text, _ := strconv.Unquote(expr.Value)
		return text
	case token.INT:
		number, err := strconv.Atoi(expr.Value)
		if err == nil {
			return number
		}
	}
	return unknown{"a literal of another kind"}
}

func (s *scope) lookup(name string) value {
	if holder := s.holder(name); holder != nil {
		return holder.names[name]
	}
	if decl := s.file.pkg.decls[name]; decl != nil {
		return decl.get()
	}
	switch name {
	case "true":
		return true
	case "false":
		return false
	case "nil":
		return nil
	}
	return external{"", name}
}

// get is the value of a name of a package.
func (d *declaration) get() value {
	top := &scope{file: d.file, names: map[string]value{}}
	switch {
	case d.fn != nil:
		if d.fn.Body == nil {
			return unknown{"a function without a body"}
		}
		return &closure{typ: d.fn.Type, body: d.fn.Body, scope: top}
	case d.init == nil:
		return unknown{"a name without a value"}
	case !d.started:
		d.started = true
		d.value = top.eval(d.init)
	}
	return d.value
}

func (s *scope) selector(expr *ast.SelectorExpr) value {
	if path := s.importPath(expr.X); path != "" {
		pkg := s.file.pkg.source.find(path)
		if pkg == nil {
			return external{path, expr.Sel.Name}
		}
		if decl := pkg.decls[expr.Sel.Name]; decl != nil {
			return decl.get()
		}
		return unknown{"no name " + path + "." + expr.Sel.Name}
	}
	switch on := s.eval(expr.X).(type) {
	case *object:
		if field, ok := on.fields[expr.Sel.Name]; ok {
			return field
		}
		if method := on.method(expr.Sel.Name); method != nil {
			return method
		}
		if isSchemaPackage(on.typ) && neededFields[expr.Sel.Name] {
			return zeroField(expr.Sel.Name)
		}
		return unknown{"the field " + expr.Sel.Name + " of " + on.typ}
	case external:
		return external{on.path, on.name + "." + expr.Sel.Name}
	}
	return unknown{"the field " + expr.Sel.Name}
}

// zeroField is a field of a schema that is not given.
func zeroField(name string) value {
	switch name {
	case "ForceNew", "Optional", "Required", "Computed":
		return false
	}
	return nil
}

// importPath is the path that a name of the file's imports stands for, or "".
func (s *scope) importPath(expr ast.Expr) string {
	name, ok := expr.(*ast.Ident)
	if !ok || s.holder(name.Name) != nil {
		return ""
	}
	return s.file.imports[name.Name]
}

// method binds a method of the provider's own types to its receiver.
func (o *object) method(name string) value {
	decl := o.pkg.method(o.name, name)
	if decl == nil || decl.fn.Body == nil {
		return nil
	}
	top := &scope{file: decl.file, names: map[string]value{}}
	if names := decl.fn.Recv.List[0].Names; len(names) > 0 {
		top.names[names[0].Name] = o
	}
	return &closure{typ: decl.fn.Type, body: decl.fn.Body, scope: top}
}

func (s *scope) unary(expr *ast.UnaryExpr) value {
	switch expr.Op {
	case token.AND:
		one := s.eval(expr.X)
		if of, ok := one.(*object); ok {
			of.isPointer = true
		}
		return one
	case token.NOT:
		if is, ok := s.eval(expr.X).(bool); ok {
			return !is
		}
	}
	return unknown{"an operator"}
}

func (s *scope) index(expr *ast.IndexExpr) value {
	switch on := s.eval(expr.X).(type) {
	case *closure, external:
		return on
	case *table:
		if key, ok := s.eval(expr.Index).(string); ok {
			if one, ok := on.at[key]; ok {
				return one
			}
			if on.hole == "" {
				return nil
			}
		}
	case *list:
		if at, ok := s.eval(expr.Index).(int); ok && at < len(on.items) {
			return on.items[at]
		}
	}
	return unknown{"an index"}
}

func (s *scope) binary(expr *ast.BinaryExpr) value {
	left := s.eval(expr.X)
	// What stands after a decided operator is not needed.
	if is, ok := left.(bool); ok && (expr.Op == token.LAND && !is || expr.Op == token.LOR && is) {
		return is
	}
	right := s.eval(expr.Y)
	if isUnknown(left) || isUnknown(right) {
		return unknown{"an operator on an unknown value"}
	}
	switch expr.Op {
	case token.EQL, token.NEQ:
		return equal(left, right, expr.Op == token.EQL)
	case token.LAND, token.LOR:
		return right
	}
	if a, ok := left.(string); ok {
		if b, ok := right.(string); ok && expr.Op == token.ADD {
			return a + b
		}
	}
	a, isLeft := left.(int)
	b, isRight := right.(int)
	if isLeft && isRight {
		return arithmetic(a, b, expr.Op)
	}
	return unknown{"an operator"}
}

func equal(left, right value, wanted bool) value {
	if left == nil || right == nil {
		return (left == right) == wanted
	}
	switch left.(type) {
	case string, int, bool:
		return (left == right) == wanted
	}
	return unknown{"a comparison"}
}

func arithmetic(a, b int, op token.Token) value {
	switch op {
	case token.ADD:
		return a + b
	case token.SUB:
		return a - b
	case token.MUL:
		return a * b
	case token.LSS:
		return a < b
	case token.LEQ:
		return a <= b
	case token.GTR:
		return a > b
	case token.GEQ:
		return a >= b
	}
	return unknown{"an operator"}
}
