package main

import (
	"fmt"
	"go/ast"
	"go/token"
)

// value is what an expression of Go comes to: a string, bool, int or nil of Go itself, or one of the types below.
type value any

// unknown is a value that the source alone does not tell.
type unknown struct{ why string }

// external is what a function of another module gives, or a name of that module.
type external struct{ path, name string }

// object is a struct. Fields that nobody asks for are left out.
type object struct {
	// Import path and name, `github.com/.../helper/schema.Schema`.
	typ       string
	pkg       *goPackage
	name      string
	fields    map[string]value
	places    map[string]token.Pos
	isPointer bool
}

// table is a map with keys that are strings, in the order of the source.
type table struct {
	keys []string
	at   map[string]value
	// Says why keys may be missing.
	hole string
}

type list struct{ items []value }

// results are the values of a function that returns several.
type results []value

// closure is a function with the scope in which it was written.
type closure struct {
	typ   *ast.FuncType
	body  *ast.BlockStmt
	scope *scope
}

// delayed is an expression that is not evaluated: only its text is looked at.
type delayed struct {
	expr  ast.Expr
	scope *scope
}

// scope holds the local variables of a block of Go.
type scope struct {
	parent *scope
	file   *sourceFile
	names  map[string]value
}

func (s *scope) inner() *scope {
	return &scope{parent: s, file: s.file, names: map[string]value{}}
}

func (s *scope) holder(name string) *scope {
	for one := s; one != nil; one = one.parent {
		if _, ok := one.names[name]; ok {
			return one
		}
	}
	return nil
}

func newTable() *table { return &table{at: map[string]value{}} }

func (t *table) set(key string, one value) {
	if _, ok := t.at[key]; !ok {
		t.keys = append(t.keys, key)
	}
	t.at[key] = one
}

func (t *table) remove(key string) {
	if _, ok := t.at[key]; !ok {
		return
	}
	delete(t.at, key)
	for i, one := range t.keys {
		if one == key {
			t.keys = append(t.keys[:i:i], t.keys[i+1:]...)
			return
		}
	}
}

// copied is a struct after an assignment: one that is not behind a pointer is another one.
func copied(one value) value {
	from, ok := one.(*object)
	if !ok || from.isPointer {
		return one
	}
	return from.clone(false)
}

func (o *object) clone(isPointer bool) *object {
	to := &object{typ: o.typ, pkg: o.pkg, name: o.name, isPointer: isPointer, fields: map[string]value{}, places: map[string]token.Pos{}}
	for name, field := range o.fields {
		to.fields[name] = field
		to.places[name] = o.places[name]
	}
	return to
}

func isUnknown(one value) bool {
	switch one.(type) {
	case unknown, external:
		return true
	}
	return false
}

// unresolved ends the evaluation of a function.
type unresolved struct{ why string }

func giveUp(format string, args ...any) {
	panic(unresolved{fmt.Sprintf(format, args...)})
}
