package main

import (
	"go/ast"
	"go/token"
)

// run executes statements; true where one of them ends the function (or, with a nil result, leaves a loop).
func (s *scope) run(statements []ast.Stmt) (bool, value) {
	for _, statement := range statements {
		if ended, result := s.execute(statement); ended {
			return true, result
		}
	}
	return false, nil
}

func (s *scope) execute(statement ast.Stmt) (bool, value) {
	switch statement := statement.(type) {
	case *ast.ReturnStmt:
		return true, s.returned(statement)
	case *ast.ExprStmt:
		s.evaluateFor(statement.X)
	case *ast.AssignStmt:
		s.assign(statement)
	case *ast.DeclStmt:
		s.declare(statement.Decl.(*ast.GenDecl))
	case *ast.BlockStmt:
		return s.inner().run(statement.List)
	case *ast.IfStmt:
		return s.branch(statement)
	case *ast.RangeStmt:
		return s.loop(statement)
	case *ast.DeferStmt, *ast.EmptyStmt:
	default:
		giveUp("a statement of another kind")
	}
	return false, nil
}

// evaluateFor evaluates a call for what it changes: here a failure is the caller's too.
func (s *scope) evaluateFor(expr ast.Expr) {
	call, ok := expr.(*ast.CallExpr)
	if !ok {
		return
	}
	if fn, ok := s.eval(call.Fun).(*closure); ok {
		fn.call(s.arguments(call))
		return
	}
	s.eval(call)
}

func (s *scope) returned(statement *ast.ReturnStmt) value {
	if len(statement.Results) == 1 {
		return s.eval(statement.Results[0])
	}
	if len(statement.Results) == 0 {
		return unknown{"a return without a value"}
	}
	made := results{}
	for _, one := range statement.Results {
		made = append(made, s.eval(one))
	}
	return made
}

func (s *scope) assign(statement *ast.AssignStmt) {
	var given []value
	if len(statement.Rhs) == 1 && len(statement.Lhs) > 1 {
		several, ok := s.eval(statement.Rhs[0]).(results)
		for i := range statement.Lhs {
			if ok && i < len(several) {
				given = append(given, several[i])
			} else {
				given = append(given, unknown{"a function with several results"})
			}
		}
	} else {
		for _, one := range statement.Rhs {
			given = append(given, s.eval(one))
		}
	}
	if statement.Tok != token.ASSIGN && statement.Tok != token.DEFINE {
		given = []value{unknown{"an assignment with an operator"}}
	}
	for i, target := range statement.Lhs {
		s.put(target, copied(given[i]), statement)
	}
}

func (s *scope) put(target ast.Expr, one value, statement *ast.AssignStmt) {
	switch target := target.(type) {
	case *ast.Ident:
		if target.Name == "_" {
			return
		}
		holder := s.holder(target.Name)
		if statement.Tok == token.DEFINE || holder == nil {
			holder = s
		}
		holder.names[target.Name] = one
	case *ast.IndexExpr:
		to, isTable := s.eval(target.X).(*table)
		if !isTable {
			giveUp("an assignment to an element of an unknown value")
		}
		key, isText := s.eval(target.Index).(string)
		if !isText {
			to.hole = "a key that is not a constant"
			return
		}
		to.set(key, one)
	case *ast.SelectorExpr:
		if to, ok := s.eval(target.X).(*object); ok {
			to.fields[target.Sel.Name] = one
			to.places[target.Sel.Name] = statement.Pos()
		} else {
			giveUp("an assignment to a field of an unknown value")
		}
	default:
		giveUp("an assignment of another kind")
	}
}

func (s *scope) declare(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		one, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, name := range one.Names {
			switch {
			case i < len(one.Values):
				s.names[name.Name] = copied(s.eval(one.Values[i]))
			case one.Type != nil:
				s.names[name.Name] = s.zeroOf(one.Type)
			default:
				s.names[name.Name] = unknown{"a constant"}
			}
		}
	}
}

// zeroOf is what a variable holds before anything is assigned to it.
func (s *scope) zeroOf(typ ast.Expr) value {
	under, in := s.underlying(typ)
	switch under := under.(type) {
	case *ast.StarExpr, *ast.MapType, *ast.ArrayType, *ast.FuncType, *ast.InterfaceType:
		return nil
	case *ast.Ident:
		switch under.Name {
		case "bool":
			return false
		case "string":
			return ""
		case "int":
			return 0
		}
	}
	return in.zero(under)
}

func (s *scope) branch(statement *ast.IfStmt) (bool, value) {
	inner := s.inner()
	if statement.Init != nil {
		inner.execute(statement.Init)
	}
	is, ok := inner.eval(statement.Cond).(bool)
	switch {
	case !ok:
		giveUp("a condition that is not known")
	case is:
		return inner.inner().run(statement.Body.List)
	case statement.Else != nil:
		return inner.execute(statement.Else)
	}
	return false, nil
}

// loop runs over maps and lists. `continue` is the only way out of a round that is known here.
func (s *scope) loop(statement *ast.RangeStmt) (bool, value) {
	keys, items := []value{}, []value{}
	switch over := s.eval(statement.X).(type) {
	case *table:
		if over.hole != "" {
			giveUp("%s", over.hole)
		}
		for _, key := range over.keys {
			keys, items = append(keys, key), append(items, over.at[key])
		}
	case *list:
		for i, item := range over.items {
			keys, items = append(keys, i), append(items, item)
		}
	case nil:
	default:
		giveUp("a loop over an unknown value")
	}
	for i := range keys {
		inner := s.inner()
		for target, one := range map[ast.Expr]value{statement.Key: keys[i], statement.Value: items[i]} {
			if name, ok := target.(*ast.Ident); ok && name != nil {
				inner.names[name.Name] = copied(one)
			}
		}
		if ended, result := inner.round(statement.Body.List); ended {
			return true, result
		}
	}
	return false, nil
}

// round is one iteration: `continue` ends it, wherever it stands.
func (s *scope) round(statements []ast.Stmt) (ended bool, result value) {
	for _, statement := range statements {
		if isContinue(statement) {
			return false, nil
		}
		if branch, ok := statement.(*ast.IfStmt); ok && endsWithContinue(branch) {
			is, ok := s.eval(branch.Cond).(bool)
			if !ok {
				giveUp("a condition that is not known")
			}
			if is {
				return false, nil
			}
			continue
		}
		if ended, result := s.execute(statement); ended {
			return true, result
		}
	}
	return false, nil
}

func isContinue(statement ast.Stmt) bool {
	one, ok := statement.(*ast.BranchStmt)
	return ok && one.Tok == token.CONTINUE && one.Label == nil
}

func endsWithContinue(branch *ast.IfStmt) bool {
	list := branch.Body.List
	return branch.Init == nil && branch.Else == nil && len(list) == 1 && isContinue(list[0])
}
