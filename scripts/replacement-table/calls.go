package main

import (
	"go/ast"
	"strings"
)

const maxDepth = 200

var depth = 0

func (s *scope) call(expr *ast.CallExpr) value {
	if one, ok := s.builtin(expr); ok {
		return one
	}
	if s.isType(expr.Fun) {
		return s.eval(expr.Args[0])
	}
	if on, ok := expr.Fun.(*ast.SelectorExpr); ok && on.Sel.Name == "SchemaMap" && s.importPath(on.X) == "" {
		if one, ok := s.eval(on.X).(*object); ok {
			return schemaMap(one)
		}
	}
	if one, ok := s.cache(expr); ok {
		return one
	}
	switch fn := s.eval(expr.Fun).(type) {
	case *closure:
		return fn.callOrUnknown(s.arguments(expr))
	case external:
		return s.callExternal(fn, expr)
	case unknown:
		return fn
	}
	return unknown{"a call"}
}

// cache answers for the provider's caches of schemas: they are empty, so that each schema is made.
func (s *scope) cache(expr *ast.CallExpr) (value, bool) {
	on, ok := expr.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil, false
	}
	cache, ok := on.X.(*ast.Ident)
	if !ok || s.holder(cache.Name) != nil || !strings.HasSuffix(cache.Name, "SchemaCache") {
		return nil, false
	}
	switch on.Sel.Name {
	case "Load":
		return results{nil, false}, true
	case "LoadOrStore":
		return results{s.eval(expr.Args[1]), false}, true
	}
	return nil, false
}

func (s *scope) arguments(expr *ast.CallExpr) []value {
	var args []value
	for i, arg := range expr.Args {
		one := copied(s.eval(arg))
		spread, isList := one.(*list)
		several, isResults := one.(results)
		switch {
		case expr.Ellipsis.IsValid() && i == len(expr.Args)-1 && isList:
			args = append(args, spread.items...)
		case len(expr.Args) == 1 && isResults:
			args = append(args, several...)
		default:
			args = append(args, one)
		}
	}
	return args
}

// isType says whether a call is a conversion.
func (s *scope) isType(fun ast.Expr) bool {
	switch fun := fun.(type) {
	case *ast.ArrayType, *ast.MapType, *ast.InterfaceType, *ast.FuncType:
		return true
	case *ast.ParenExpr:
		return s.isType(fun.X)
	case *ast.Ident:
		if s.holder(fun.Name) != nil {
			return false
		}
		decl := s.file.pkg.decls[fun.Name]
		return decl != nil && decl.typ != nil || decl == nil && fun.Name == "string"
	}
	return false
}

// builtin are the functions of Go itself that helpers of schemas use.
func (s *scope) builtin(expr *ast.CallExpr) (value, bool) {
	name, ok := expr.Fun.(*ast.Ident)
	if !ok || s.holder(name.Name) != nil || s.file.pkg.decls[name.Name] != nil {
		return nil, false
	}
	switch name.Name {
	case "make":
		under, _ := s.underlying(expr.Args[0])
		if _, isMap := under.(*ast.MapType); isMap {
			return newTable(), true
		}
		return &list{}, true
	case "new":
		one := s.zero(expr.Args[0])
		one.isPointer = true
		return one, true
	case "len":
		switch of := s.eval(expr.Args[0]).(type) {
		case *list:
			return len(of.items), true
		case *table:
			return len(of.keys), true
		case string:
			return len(of), true
		}
		return unknown{"a length"}, true
	case "append":
		args := s.arguments(expr)
		first, isList := args[0].(*list)
		if !isList && args[0] != nil {
			return unknown{"append"}, true
		}
		made := &list{}
		if isList {
			made.items = append(made.items, first.items...)
		}
		made.items = append(made.items, args[1:]...)
		return made, true
	case "delete":
		from, isTable := s.eval(expr.Args[0]).(*table)
		key, isText := s.eval(expr.Args[1]).(string)
		if !isTable || !isText {
			giveUp("delete of an unknown key")
		}
		from.remove(key)
		return nil, true
	}
	return nil, false
}

func (s *scope) callExternal(fn external, expr *ast.CallExpr) value {
	switch fn.path + "." + fn.name {
	case "sync.OnceValue":
		return s.eval(expr.Args[0])
	case "maps.Copy":
		to, isTable := s.eval(expr.Args[0]).(*table)
		from, isKnown := s.eval(expr.Args[1]).(*table)
		if !isTable || !isKnown {
			giveUp("maps.Copy of an unknown map")
		}
		for _, key := range from.keys {
			to.set(key, from.at[key])
		}
		to.hole += from.hole
		return nil
	case "github.com/aws/aws-sdk-go-v2/aws.Int":
		return s.eval(expr.Args[0])
	case "maps.Clone":
		if from, ok := s.eval(expr.Args[0]).(*table); ok {
			made := newTable()
			for _, key := range from.keys {
				made.set(key, from.at[key])
			}
			made.hole = from.hole
			return made
		}
	}
	return external{fn.path, fn.name + "()"}
}

// callOrUnknown keeps what could not be resolved within the function's result.
func (c *closure) callOrUnknown(args []value) (result value) {
	defer func() {
		if problem := recover(); problem != nil {
			one, ok := problem.(unresolved)
			if !ok {
				panic(problem)
			}
			result = unknown{one.why}
		}
	}()
	return c.call(args)
}

func (c *closure) call(args []value) value {
	if depth++; depth > maxDepth {
		giveUp("a recursion without an end")
	}
	defer func() { depth-- }()
	inner := c.scope.inner()
	at := 0
	for _, param := range c.typ.Params.List {
		_, isVariadic := param.Type.(*ast.Ellipsis)
		for _, name := range param.Names {
			if isVariadic {
				inner.names[name.Name] = &list{items: args[min(at, len(args)):]}
			} else if at < len(args) {
				inner.names[name.Name] = args[at]
			} else {
				inner.names[name.Name] = unknown{"an argument"}
			}
			at++
		}
		if len(param.Names) == 0 {
			at++
		}
	}
	if c.typ.Results != nil {
		for _, result := range c.typ.Results.List {
			for _, name := range result.Names {
				inner.names[name.Name] = inner.zeroOf(result.Type)
			}
		}
	}
	_, result := inner.run(c.body.List)
	return result
}
